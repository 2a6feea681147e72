// Nothing is kept and nothing is sent: there is nothing to begin with.
App({});
