namespace StorageKit.Conformance.Children;

/// <summary>What strace wrote down of a child, cut at the lines that the child said.</summary>
internal sealed class SystemCallLog
{
    readonly Dictionary<string, SystemCall> _unfinished = [];
    readonly List<TracedOperation> _operations = [];
    readonly HashSet<string> _opensSynced = new(StringComparer.Ordinal);
    List<SystemCall> _calls = [];
    int _place;

    /// <summary>The operations that ended, in order, each with the calls since the one before it.</summary>
    internal IReadOnlyList<TracedOperation> Operations => _operations;

    /// <summary>Reads a log as <see cref="SystemCalls.Record"/> makes it.</summary>
    internal static SystemCallLog Read(IEnumerable<string> lines)
    {
        var log = new SystemCallLog();
        foreach (var line in lines) log.Add(line);
        return log;
    }

    void Add(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return;
        var (thread, text) = (line[..space], line[space..].TrimStart());
        _place++;
        if (text.StartsWith("<... ", StringComparison.Ordinal))
        {
            if (_unfinished.Remove(thread, out var resumed)) End(resumed, text);
            return;
        }
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket <= 0 || text.StartsWith("---", StringComparison.Ordinal)) return;
        var call = NewCall(text[..bracket], text[(bracket + 1)..]);
        if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal)) _unfinished[thread] = call;
        else End(call, text);
        if (Said(call) is { } said)
        {
            _operations.Add(new(said, _calls, _opensSynced));
            _calls = [];
        }
        else if (IsOfStorage(call)) _calls.Add(call);
    }

    // The runtime names its threads by files of /proc, and wakes them through pipes.
    static bool IsOfStorage(SystemCall call) => call.Name != "write"
        || (call.Path.StartsWith('/') && !call.Path.StartsWith("/proc/", StringComparison.Ordinal)
            && !call.Path.StartsWith("/dev/", StringComparison.Ordinal));

    SystemCall NewCall(string name, string arguments)
    {
        // Of a rename the new name counts, the second one in quotes; of a deletion the only one.
        var quotes = arguments.Split('"');
        var path = name.StartsWith("rename", StringComparison.Ordinal) && quotes.Length >= 4 ? quotes[3]
            : name.StartsWith("unlink", StringComparison.Ordinal) && quotes.Length >= 2 ? quotes[1]
            : Between(arguments, '<', '>');
        return new(name, path, arguments, _place);
    }

    void End(SystemCall call, string text)
    {
        call.Left = _place;
        var result = text.LastIndexOf(" = ", StringComparison.Ordinal);
        call.Succeeded = result >= 0 && !text.AsSpan(result + 3).StartsWith("-1") && text[result + 3] != '?';
        if (call is { OpensSynced: true, Succeeded: true }) _opensSynced.Add(Between(text[result..], '<', '>'));
    }

    // The child's own words go to its standard output, a pipe; the runtime has pipes too.
    static ChildLine? Said(SystemCall call)
    {
        if (call.Name != "write" || !call.Path.StartsWith("pipe:", StringComparison.Ordinal)) return null;
        var words = Between(call.Arguments, '"', '"').Split(' ');
        return words.Length > 1 && Enum.TryParse<ChildLineKind>(words[0], out var kind)
            && int.TryParse(words[1], out var index)
            ? new(kind, index)
            : null;
    }

    static string Between(string text, char open, char close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(close, start + 1);
        return end < 0 ? "" : text[(start + 1)..end];
    }
}
