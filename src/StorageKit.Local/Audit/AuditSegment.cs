using System.Globalization;

namespace StorageKit.Local;

/// <summary>A file of the log, named by the position of its first record, and where its lines begin.</summary>
internal sealed class AuditSegment(string folder, ulong first)
{
    const string Suffix = ".jsonl";

    readonly List<long> _starts = [];

    internal string Path { get; } = PathOf(folder, first);

    internal ulong First { get; } = first;

    internal int Count => _starts.Count;

    /// <summary>The length of what was acknowledged.</summary>
    internal long End { get; private set; }

    internal static string PathOf(string folder, ulong first) =>
        System.IO.Path.Combine(folder, first.ToString("D20", CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The first positions of the files in a folder, in their order.</summary>
    internal static IEnumerable<ulong> FirstsIn(string folder) => Directory.EnumerateFiles(folder, "*" + Suffix)
        .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
        .Where(name => name.Length == 20)
        .Select(name =>
            ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0)
        .Where(first => first > 0)
        .Order();

    internal void Add(int length)
    {
        _starts.Add(End);
        End += length;
    }

    /// <summary>Where records lie, as bytes of the file.</summary>
    internal (long Start, long End) RangeOf(int index, int count) =>
        (_starts[index], index + count < _starts.Count ? _starts[index + count] : End);

    /// <summary>Reads bytes that are there.</summary>
    internal static byte[] Read(FileStream file, long start, long end)
    {
        var bytes = new byte[end - start];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }
}
