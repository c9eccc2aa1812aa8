"""MP3: made from an engine's raw sound, and told apart from junk."""

import lameenc

_KBPS = 32  # no listener in our measurements lost a word to it, and a minute is 240 kB (formats.md 2.6)
_QUALITY = 5

_VERSION_RESERVED, _LAYER_3 = 1, 1
_BIT_RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def mp3_of(pcm: bytes, sample_rate: int) -> bytes:
    """32 kbps mono MP3 of raw sound: 16-bit little-endian samples, one channel, so many a second."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(_KBPS)
    encoder.set_in_sample_rate(sample_rate)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    return bytes(encoder.encode(pcm) + encoder.flush())


def is_mp3(sound: bytes) -> bool:
    """Whether bytes begin with an MP3 frame, and with a second one where the first says that it ends.

    A captive page, an empty answer or a file of zeros is not sound (formats.md section 1).
    """
    first = _frame_length(sound[:4])
    if first is None or first > len(sound):
        return False
    return len(sound) == first or _frame_length(sound[first : first + 4]) is not None


def _frame_length(header: bytes) -> int | None:
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return None
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bit_rate, sample_rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version == _VERSION_RESERVED or layer != _LAYER_3 or bit_rate in (0, 15) or sample_rate == 3:
        return None
    a_frame = 144_000 if version == 3 else 72_000
    rates = _BIT_RATES[3 if version == 3 else 2]
    return a_frame * rates[bit_rate] // _SAMPLE_RATES[version][sample_rate] + padding
