using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>Turns places in bytes into lines and columns; asked for them in ascending order, it walks the text once.
/// </summary>
internal ref struct JsonPlaces(ReadOnlySpan<byte> utf8)
{
    readonly ReadOnlySpan<byte> _utf8 = utf8;
    int _at, _offset, _line = 1, _column = 1;

    internal TextPosition Of(long byteIndex)
    {
        var end = (int)Math.Min(byteIndex, _utf8.Length);
        while (_at < end)
        {
            Rune.DecodeFromUtf8(_utf8[_at..], out var rune, out var taken);
            _at += taken;
            _offset += rune.Utf16SequenceLength;
            _column += rune.Utf16SequenceLength;
            if (rune.Value != '\n') continue;
            _line++;
            _column = 1;
        }
        return new(_offset, _line, _column);
    }
}
