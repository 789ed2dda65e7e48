"""What each verb can be given on the command line: a module per verb, imported when the verb is called."""
