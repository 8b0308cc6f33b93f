using System.Text;

namespace StorageKit.Cli.Audit;

/// <summary>Reads CSV (RFC 4180) row by row, in the memory of one row. An empty cell is null, <c>""</c> is an empty
/// text.</summary>
internal sealed class CsvReader(TextReader text)
{
    const int LongestRow = 64 * 1024 * 1024;

    readonly StringBuilder _cell = new();
    readonly char[] _buffer = new char[16 * 1024];
    int _next, _length;
    long _line = 1;

    /// <summary>The line that the last row began in, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>The next row; null at the end.</summary>
    /// <exception cref="FormatException">The text is no CSV.</exception>
    internal List<string?>? Read()
    {
        if (Peek() < 0) return null;
        Line = _line;
        List<string?> cells = [];
        while (true)
        {
            cells.Add(Peek() == '"' ? ReadQuoted() : ReadBare());
            var end = Take();
            if (end == ',') continue;
            if (end == '\r' && Peek() == '\n') end = Take();
            if (end is < 0 or '\n') return cells;
            throw new FormatException("something follows the closing quote of a cell");
        }
    }

    string? ReadBare()
    {
        _cell.Clear();
        while (Peek() is not (< 0 or ',' or '\n' or '\r')) Append();
        return _cell.Length == 0 ? null : _cell.ToString();
    }

    string ReadQuoted()
    {
        _cell.Clear();
        Take();
        while (true)
        {
            if (Peek() < 0) throw new FormatException("the text ends within a quoted cell: it is cut");
            if (Peek() == '"')
            {
                Take();
                if (Peek() != '"') return _cell.ToString();
            }
            Append();
        }
    }

    void Append()
    {
        if (_cell.Length == LongestRow) throw new FormatException("a cell is longer than 64 Mi characters: a quote is missing");
        _cell.Append((char)Take());
    }

    int Peek()
    {
        if (_next == _length) (_next, _length) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _length == 0 ? -1 : _buffer[_next];
    }

    int Take()
    {
        var character = Peek();
        if (character >= 0) _next++;
        if (character == '\n') _line++;
        return character;
    }
}
