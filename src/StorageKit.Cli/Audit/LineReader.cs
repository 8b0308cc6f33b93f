using System.Text;

namespace StorageKit.Cli.Audit;

/// <summary>Reads lines, each in bounded memory: what is no file of lines may be one that never ends.</summary>
internal sealed class LineReader(TextReader text)
{
    const int Longest = 64 * 1024 * 1024;

    readonly char[] _buffer = new char[64 * 1024];
    readonly StringBuilder _line = new();
    int _next, _length;

    /// <summary>The next line without its end; null when there is none.</summary>
    /// <exception cref="FormatException">It is longer than 64 Mi characters.</exception>
    internal string? Read()
    {
        _line.Clear();
        while (true)
        {
            if (_next == _length)
            {
                (_next, _length) = (0, text.Read(_buffer, 0, _buffer.Length));
                if (_length == 0) return _line.Length == 0 ? null : Line("");
            }
            var rest = _buffer.AsSpan(_next, _length - _next);
            var end = rest.IndexOf('\n');
            if (end >= 0)
            {
                _next += end + 1;
                return Line(rest[..end]);
            }
            if (_line.Length + rest.Length > Longest)
                throw new FormatException("a line is longer than 64 Mi characters: this is no file of lines");
            _line.Append(rest);
            _next = _length;
        }
    }

    string Line(ReadOnlySpan<char> end)
    {
        var line = _line.Length == 0 ? end.ToString() : _line.Append(end).ToString();
        return line.EndsWith('\r') ? line[..^1] : line;
    }
}
