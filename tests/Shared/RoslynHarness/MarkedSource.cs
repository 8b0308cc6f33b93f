using Microsoft.CodeAnalysis;
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

    /// <summary>Asserts that exactly the marked diagnostics were found.</summary>
    public void AssertAre(IReadOnlyCollection<Diagnostic> found)
    {
        var expected = Expected.Select(Describe).Order(StringComparer.Ordinal).ToList();
        var actual =
            found.Select(diagnostic => Describe(ToExpected(diagnostic))).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            expected.SequenceEqual(actual),
            $"""
             expected:
             {string.Join('\n', expected)}
             found:
             {string.Join('\n', actual)}
             as reported:
             {string.Join('\n', found)}
             """);

        string Describe(ExpectedDiagnostic diagnostic) =>
            diagnostic.Span.End <= Text.Length
                ? $"  {diagnostic.Id} {diagnostic.Span} "
                    + $"'{Text.Substring(diagnostic.Span.Start, diagnostic.Span.Length)}'"
                : $"  {diagnostic.Id} {diagnostic.Span} (in a stub)";
    }

    static ExpectedDiagnostic ToExpected(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Location.SourceSpan);
}
