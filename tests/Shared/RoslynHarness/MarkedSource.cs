using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Testing.Roslyn;

/// <summary>A place where a diagnostic is expected.</summary>
readonly record struct ExpectedDiagnostic(string Id, TextSpan Span);

/// <summary>
/// Test source in which expected diagnostics are marked: <c>[|span|]</c> for the rule under test,
/// <c>{|SK1001:span|}</c> for a named one. Marks may nest.
/// </summary>
sealed class MarkedSource
{
    MarkedSource(string text, IReadOnlyList<ExpectedDiagnostic> expected) => (Text, Expected) = (text, expected);

    public string Text { get; }

    public IReadOnlyList<ExpectedDiagnostic> Expected { get; }

    public static MarkedSource Parse(string marked, string defaultId)
    {
        var text = new System.Text.StringBuilder(marked.Length);
        var open = new Stack<(string Id, int Start, string End)>();
        var expected = new List<ExpectedDiagnostic>();
        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (open.TryPeek(out var top) && rest.StartsWith(top.End))
            {
                open.Pop();
                expected.Add(new(top.Id, TextSpan.FromBounds(top.Start, text.Length)));
                i++;
            }
            else if (rest.StartsWith("[|"))
            {
                open.Push((defaultId, text.Length, "|]"));
                i++;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is > 2 and var colon)
            {
                open.Push((rest[2..colon].ToString(), text.Length, "|}"));
                i += colon;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"{open.Count} mark(s) in the test source are not closed.");
        return new(text.ToString(), expected);
    }
}
