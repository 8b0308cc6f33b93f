using System.Collections.Concurrent;

namespace StorageKit.Conformance.Secrets;

/// <summary>Looks for canaries in all that a driver says while it is watched. Thread-safe.</summary>
/// <param name="canaries">What nobody may see.</param>
internal sealed partial class LeakWatch(IReadOnlyList<Canary> canaries)
{
    readonly ConcurrentQueue<string> _leaks = new();

    /// <summary>What was seen, as a failure says it: the canary, its form, the place. Never the text itself.</summary>
    internal IReadOnlyCollection<string> Leaks => _leaks;

    /// <summary>Looks at what was said in a place.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="place">Where, as a failure says it: <c>a log entry of Acme.Connection</c>.</param>
    internal void See(string? text, string place)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (var canary in canaries)
            if (canary.FormIn(text) is { } form)
                _leaks.Enqueue($"{canary.What} ({form}) is in {place}");
    }

    /// <summary>Looks at a value: a text, bytes, or what it says of itself.</summary>
    internal void SeeValue(object? value, string place)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                See(text, place);
                return;
            case byte[] bytes:
                See(Convert.ToHexString(bytes), place);
                return;
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                foreach (var (key, inner) in pairs)
                {
                    See(key, place);
                    SeeValue(inner, place);
                }
                See(Said(value), place);
                return;
            case IEnumerable<object?> values:
                foreach (var inner in values) SeeValue(inner, place);
                See(Said(value), place);
                return;
            default:
                See(Said(value), place);
                return;
        }
    }

    static string? Said(object value)
    {
        try
        {
            return value.ToString();
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }
}
