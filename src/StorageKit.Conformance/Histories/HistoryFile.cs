namespace StorageKit.Conformance.Histories;

/// <summary>
/// A history as JSON lines: a header, then one fault or operation a line. Written before checking, so that a run that
/// cannot be checked is not lost. Numbers are exact over all of <see cref="ulong"/>; readers that keep numbers as
/// doubles lose digits.
/// </summary>
/// <remarks>
/// <code>
/// {"format":"storagekit-history/1","seed":42,"clause":"RLC-05","driver":"redis","ticksPerSecond":1000000000}
/// {"fault":"black hole","start":12000,"end":12900}
/// {"id":1,"caller":3,"kind":"Increment","key":"k","argument":1,"outcome":"Ok","result":57,"call":12004,"return":12019}
/// </code>
/// </remarks>
public static class HistoryFile
{
    internal const string Format = "storagekit-history/1";

    /// <summary>Writes the history; the stream stays open.</summary>
    public static void Save(History history, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(stream);
        HistoryWriter.Write(history, stream);
    }

    /// <summary>Writes the history to a new file or over an old one.</summary>
    public static void Save(History history, string path)
    {
        using var stream = File.Create(path);
        Save(history, stream);
    }

    /// <summary>Reads a history; the stream stays open. Times recorded with another clock frequency are converted to
    /// this machine's.</summary>
    /// <exception cref="FormatException">The file is not a history; the message names the line.</exception>
    public static History Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return HistoryReader.Read(stream);
    }

    /// <summary>Reads a history from a file.</summary>
    /// <exception cref="FormatException">The file is not a history; the message names the line.</exception>
    public static History Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Load(stream);
    }
}
