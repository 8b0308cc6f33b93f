using System.Text;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Compares places that were made for different arguments by the same rule.</summary>
internal static class Places
{
    const string Own = "this.";

    /// <summary>
    /// The canonical form with its variable parts left out, so that <c>audit:{entry.SessionId}</c> and
    /// <c>audit:{session}</c> are alike, and so are two calls of one helper of the store; null when nothing constant is
    /// left.
    /// </summary>
    public static string? ShapeOf(string place)
    {
        var call = place.IndexOf('(');
        if (place.StartsWith(Own, StringComparison.Ordinal) && call > 0 && place.LastIndexOf('.', call) < Own.Length)
            return place.Substring(0, call + 1);
        if (place.IndexOf('{') < 0)
            return null;
        var shape = new StringBuilder();
        var depth = 0;
        foreach (var c in place)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0 || (depth == 1 && c == '{'))
                shape.Append(c);
            depth -= c == '}' ? 1 : 0;
        }

        var text = shape.ToString();
        return text.Any(char.IsLetter) ? text : null;
    }

    public static bool AreAlike(string place, HashSet<string> places) =>
        places.Contains(place)
        || (ShapeOf(place) is { } shape && places.Any(other => ShapeOf(other) == shape));
}
