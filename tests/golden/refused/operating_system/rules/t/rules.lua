-- Rules do not touch the machine.

os.execute("true")
