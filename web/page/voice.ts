// Reads aloud, with a voice that is on the device: others send what they read to a server.

import type { Language } from "../loader/contract.js";

const LANGUAGES: Readonly<Record<string, RegExp>> = { zh: /^(zh|cmn)\b/i, en: /^en\b/i };

export class Voice {
  speaking = false;

  constructor(private readonly changed: () => void) {
    // Safari before 16 knows its voices at once, and cannot be listened to.
    if ("speechSynthesis" in window && "addEventListener" in speechSynthesis) {
      speechSynthesis.addEventListener("voiceschanged", changed);
    }
  }

  private find(language: Language): SpeechSynthesisVoice | undefined {
    if (!("speechSynthesis" in window)) return undefined;
    const wanted = LANGUAGES[language.slice(0, 2)];
    return speechSynthesis
      .getVoices()
      .find(({ lang, localService }) => localService && wanted?.test(lang.replace("_", "-")));
  }

  canRead(language: Language): boolean {
    return this.find(language) !== undefined;
  }

  read(words: string, language: Language): void {
    const voice = this.find(language);
    if (!voice) return;
    this.stop();
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = 0.85;
    spoken.onend = spoken.onerror = () => this.set(false);
    speechSynthesis.speak(spoken);
    this.set(true);
  }

  stop(): void {
    if (!this.speaking) return;
    speechSynthesis.cancel();
    this.set(false);
  }

  private set(speaking: boolean): void {
    this.speaking = speaking;
    this.changed();
  }
}
