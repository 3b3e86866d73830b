"""Regular work is done when it is due, by one machine, whatever happens to it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub import clock, regular

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(monkeypatch):
    """The only job: an hourly one that notes each run in `runs`, and fails if told to."""
    monkeypatch.setattr(clock, "_jobs", {})
    runs = []

    @clock.every(hours=1)
    def note():
        runs.append(timezone.now())
        if note.is_broken:
            raise RuntimeError("broken")

    note.is_broken = False
    note.runs = runs
    return note


@pytest.fixture
def wait(monkeypatch):
    """Lets minutes pass."""
    passed = [timedelta()]
    real = timezone.now

    def pass_minutes(minutes):
        passed[0] += timedelta(minutes=minutes)

    monkeypatch.setattr("django.utils.timezone.now", lambda: real() + passed[0])
    return pass_minutes


def test_a_job_is_done_at_once_and_then_each_hour(job, wait):
    done = []
    for minutes in (0, 1, 58, 2):
        wait(minutes)
        clock.run_due()
        done.append(len(job.runs))

    assert done == [1, 1, 1, 2]


def test_a_job_taken_by_another_machine_is_not_done_here(job, monkeypatch):
    clock.Appointment.objects.create(name=f"{__name__}.job.<locals>.note")
    # The other machine takes it after this one has read what is due, and does it.
    take = clock._run
    monkeypatch.setattr(clock, "_run", lambda job: take(job) and take(job))

    assert clock.run_due() == []
    assert len(job.runs) == 1


def test_a_job_that_fails_is_tried_again_soon_and_told_in_the_log(job, wait, caplog):
    job.is_broken = True
    clock.run_due()
    assert "broken" in caplog.text
    wait(9)
    clock.run_due()
    wait(2)
    clock.run_due()

    assert len(job.runs) == 2


def test_a_machine_that_died_in_a_job_leaves_it_to_the_others_after_an_hour(job, wait):
    name = f"{__name__}.job.<locals>.note"
    clock.Appointment.objects.create(name=name, due_at=timezone.now() + clock.LONGEST_RUN)
    clock.run_due()
    assert job.runs == []
    wait(61)
    clock.run_due()

    assert len(job.runs) == 1


def test_one_job_that_fails_does_not_stop_the_next(job):
    job.is_broken = True
    after = []
    clock.every(hours=1)(lambda: after.append(1))
    clock.run_due()

    assert after == [1]


def test_a_job_without_an_interval_is_refused():
    with pytest.raises(ValueError, match="some time"):
        clock.every(hours=0)


def test_the_command_names_what_it_did_once(capsys):
    call_command("run_due")
    assert "hub.moderation.schedule.do_what_is_scheduled" in capsys.readouterr().out.splitlines()
    call_command("run_due")

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("minutes", "workers", "status"),
    [(61, 1, "READY"), (59, 1, "RUNNING"), (61, 3, "FAILED")],
)
def test_a_task_whose_worker_died_is_taken_up_three_times(minutes, workers, status):
    task = DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now() - timedelta(minutes=minutes),
        worker_ids=["w"] * workers,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="hub.letters.deliver",
        run_after=timezone.now(),
    )
    regular.take_up_abandoned_tasks()

    assert DBTaskResult.objects.get(pk=task.pk).status == status
