using System.Globalization;
using System.IO.Compression;
using StorageKit.Conformance.Histories;

namespace StorageKit.Etcd;

/// <summary>A history that Jepsen recorded of etcd, and the verdict that was published of it; README.md says whose.
/// </summary>
internal sealed record EtcdHistory(string Number, bool IsLinearizable, IReadOnlyList<Operation> Operations)
{
    public static IReadOnlyList<EtcdHistory> ReadAll()
    {
        using var stream = typeof(EtcdHistory).Assembly.GetManifestResourceStream("etcd-histories.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var histories = new List<EtcdHistory>();
        List<string[]> lines = [];
        string[]? header = null;
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] != "history")
            {
                lines.Add(words);
                continue;
            }
            if (header is not null)
                histories.Add(new(header[1], header[2] == "linearizable", Read(lines)));
            (header, lines) = (words, []);
        }
        histories.Add(new(header![1], header[2] == "linearizable", Read(lines)));
        return histories;
    }

    // The number of its line is an event's time.
    static List<Operation> Read(List<string[]> lines)
    {
        var running = new Dictionary<string, Operation>();
        var ended = new List<Operation>();
        for (var time = 0; time < lines.Count; time++)
        {
            var (process, what, kind) = (lines[time][0], lines[time][1], lines[time][2]);
            if (what == "invoke")
                running[process] = Invoke(time, process, kind, lines[time][3..]);
            else if (what != "info" && running.Remove(process, out var operation) && lines[time][3] != "timed-out")
                ended.Add(operation with { Return = time, Outcome = Outcome.Ok, Result = Result(what, kind, lines[time][3]) });
        }
        // Nobody knows whether these took effect. A read of which nobody knows the result says nothing.
        ended.AddRange(running.Values.Where(operation => operation.Kind != OperationKind.Read));
        return ended;
    }

    static Operation Invoke(int time, string process, string kind, string[] values) => new()
    {
        Id = time,
        Caller = int.Parse(process, CultureInfo.InvariantCulture),
        Kind = kind == "read" ? OperationKind.Read : OperationKind.Write,
        Key = "register",
        Argument = kind switch
        {
            "read" => OperationValue.None,
            "write" => Integer(values[0]),
            _ => OperationValue.Of([Integer(values[0]), Integer(values[1])]),
        },
        Call = time,
        Return = Operation.Never,
        Outcome = Outcome.Unknown,
    };

    static OperationValue Result(string what, string kind, string value) => kind switch
    {
        "read" => value == "nil" ? OperationValue.None : Integer(value),
        "cas" => what,
        _ => OperationValue.None,
    };

    static OperationValue Integer(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
