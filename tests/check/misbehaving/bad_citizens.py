"""Layers that do to a process what no layer should; each one is checked, and the check goes on."""

import ctypes
import os
import sys
import threading
import time

import keras


class Quiet(keras.layers.Layer):
    """The good one, checked after all the others."""

    def call(self, inputs):
        return inputs * 2.0


class Hangs(Quiet):
    def call(self, inputs):
        while True:
            time.sleep(0.01)


class HangsInC(Quiet):
    """An alarm cannot interrupt this one."""

    def call(self, inputs):
        libc = ctypes.PyDLL(None)
        while True:
            libc.usleep(1000)


class Exits(Quiet):
    def call(self, inputs):
        os._exit(3)


class ExitsPolitely(Quiet):
    def call(self, inputs):
        sys.exit("the layer had enough")


class Segfaults(Quiet):
    def call(self, inputs):
        ctypes.string_at(0)
        return inputs


class Forks(Quiet):
    def call(self, inputs):
        os.fork()
        return inputs * 2.0


class Floods(Quiet):
    def call(self, inputs):
        while True:
            print("x" * 2**20)


class EatsMemory(Quiet):
    eaten = []  # noqa: RUF012 - shared on purpose: an interrupted call must not give it back

    def call(self, inputs):
        while True:
            self.eaten.append(b"x" * 2**26)


class ClosesEverything(Quiet):
    def call(self, inputs):
        os.closerange(0, 200)
        return inputs * 2.0


class Interrupts(Quiet):
    def call(self, inputs):
        raise KeyboardInterrupt


class KillsItsParent(Quiet):
    def call(self, inputs):
        os.kill(os.getppid(), 9)
        return inputs * 2.0


class LeavesAThread(Quiet):
    def call(self, inputs):
        threading.Thread(target=time.sleep, args=(300,), name="left over").start()
        return inputs * 2.0


class LeavesAProcess(Quiet):
    def call(self, inputs):
        if os.fork() == 0:
            os.setsid()
            time.sleep(300)
            os._exit(0)
        return inputs * 2.0


class ExitsInConstructor(Quiet):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        os._exit(0)


class LastOne(Quiet):
    """Quiet again, to see that the check came this far."""
