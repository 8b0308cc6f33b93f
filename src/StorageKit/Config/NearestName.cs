namespace StorageKit;

/// <summary>Finds what somebody meant who wrote something else.</summary>
internal static class NearestName
{
    /// <summary>The candidate at the smallest edit distance (insert, delete, replace, swap of neighbours; case counts
    /// nothing), if it is near enough to be meant; the ordinally first one of several.</summary>
    internal static string? Of(string name, IEnumerable<string> candidates) => Find(name, candidates).Nearest;

    /// <summary>As <see cref="Of"/>, but null when another one is as near.</summary>
    internal static string? Only(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is (var nearest, false) ? nearest : null;

    static (string? Nearest, bool HasTwin) Find(string name, IEnumerable<string> candidates)
    {
        var (nearest, hasTwin) = ((string?)null, false);
        var best = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates.OrderBy(text => text, StringComparer.Ordinal))
        {
            // The difference in length is a distance already; what is far longer is not worth a table.
            if (Math.Abs(name.Length - candidate.Length) > best) continue;
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < best) (nearest, best, hasTwin) = (candidate, distance, false);
            else hasTwin |= distance == best && nearest is not null && candidate != nearest;
        }
        return (nearest, hasTwin);
    }

    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
