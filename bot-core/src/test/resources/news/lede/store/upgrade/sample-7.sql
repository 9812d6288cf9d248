UPDATE channel SET handed_on = 1 WHERE conversation_id = 1;
