// Two short tones, for who wants them.
const KEPT = 'descent.sound';
const HERTZ = { right: 660, wrong: 220 };

export class Sound {
  constructor(button) {
    this.on = localStorage.getItem(KEPT) === 'on';
    const show = () => {
      button.textContent = this.on ? 'Sound: on' : 'Sound: off';
    };
    button.addEventListener('click', () => {
      this.on = !this.on;
      localStorage.setItem(KEPT, this.on ? 'on' : 'off');
      show();
      this.play('right');
    });
    show();
  }

  play(name) {
    if (!this.on) return;
    this.context ??= new AudioContext();
    const start = this.context.currentTime;
    const tone = new OscillatorNode(this.context, { frequency: HERTZ[name], type: 'sine' });
    const volume = new GainNode(this.context, { gain: 0.08 });
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
    tone.connect(volume).connect(this.context.destination);
    tone.start(start);
    tone.stop(start + 0.2);
  }
}
