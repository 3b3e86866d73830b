// Winds the video to a moment: by a link of the transcript, or by ?t= in the address.

const video = document.querySelector("#video");

function windTo(seconds) {
  video.currentTime = seconds;
  video.play().catch(() => {});
}

function secondsIn(address) {
  return Number.parseFloat(new URL(address).searchParams.get("t"));
}

if (video) {
  const wanted = secondsIn(window.location.href);
  if (Number.isFinite(wanted)) {
    video.preload = "metadata";
    video.addEventListener("loadedmetadata", () => (video.currentTime = wanted), { once: true });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cue__time");
    if (!link) return;
    event.preventDefault();
    window.history.replaceState(null, "", link.href);
    windTo(secondsIn(link.href));
    video.focus();
  });
}
