"""The write lock goes to whoever has waited longest, and nobody waits for ever."""

import threading

from webchat.db.fair_lock import FairLock


def test_a_free_lock_is_had_at_once_and_a_held_one_is_not() -> None:
    lock = FairLock()
    assert lock.acquire(0)
    assert not lock.acquire(0.01)
    lock.release()
    assert lock.acquire(0)


def test_it_goes_round_in_the_order_they_came() -> None:
    lock, order = FairLock(), []
    lock.acquire(0)

    def wait(number: int) -> None:
        if lock.acquire(10):
            order.append(number)
            lock.release()

    threads = []
    for number in range(8):
        thread = threading.Thread(target=wait, args=(number,))
        thread.start()
        while len(lock._waiting) <= number:
            pass
        threads.append(thread)
    lock.release()
    for thread in threads:
        thread.join()
    assert order == list(range(8))
    assert lock.acquire(0)


def test_whoever_gave_up_waiting_is_passed_over() -> None:
    lock = FairLock()
    lock.acquire(0)
    assert not lock.acquire(0.01)
    lock.release()
    assert lock.acquire(0)


def test_many_threads_never_hold_it_together() -> None:
    lock, inside, most = FairLock(), [0], [0]

    def work() -> None:
        for _ in range(200):
            assert lock.acquire(10)
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            lock.release()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
