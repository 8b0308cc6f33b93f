using System.Collections.Immutable;

namespace StorageKit.Analyzers.Sql;

/// <summary>Parts that several statements share: names, SET lists, operands.</summary>
internal sealed partial class SqlRecognizer
{
    bool Has(int start, int end, string keyword) => Find(start, end, keyword) < end;

    bool Follows(int index, int end, string first, string second) =>
        index + 1 < end && tokens[index].Is(first) && tokens[index + 1].Is(second);

    int AfterUpdate(int start, int end) => Skipping(Find(start, end, "UPDATE") + 1, end, "SET");

    /// <summary>A dotted name without its quotes, as in <c>public.audit</c>.</summary>
    string? TableAt(int index, int end)
    {
        var stop = EndOfName(index, end);
        return stop == index ? null : string.Concat(Enumerable.Range(index, stop - index).Select(i => tokens[i].Name));
    }

    int EndOfName(int index, int end)
    {
        if (index >= end || !tokens[index].IsName)
            return index;
        index++;
        while (index + 1 < end && tokens[index].Is('.') && tokens[index + 1].IsName)
            index += 2;
        return index;
    }

    ImmutableArray<string> TablesAfterFrom(int start, int end)
    {
        var tables = ImmutableArray.CreateBuilder<string>();
        for (var i = start; i < end; i++)
            if ((tokens[i].Is("FROM") || tokens[i].Is("JOIN")) && TableAt(i + 1, end) is { } table)
                tables.Add(table);
        return tables.ToImmutable();
    }

    /// <param name="start">After SET.</param>
    /// <param name="end">The statement's end.</param>
    /// <param name="own">The table's name and alias, as qualifiers of a stored column.</param>
    /// <param name="equal">Columns whose stored value is known to be the caller's: those that collided.</param>
    ImmutableArray<SqlAssignment> ReadAssignments(
        int start, int end, ImmutableArray<string> own = default, ImmutableArray<string> equal = default)
    {
        var list = ImmutableArray.CreateBuilder<SqlAssignment>();
        while (start < end && EndOfName(start, end) is var equals && equals > start
            && equals < end && tokens[equals].Is('='))
        {
            var stop = Find(equals + 1, end, i => tokens[i].Is(',') || EndsSetList(tokens[i]));
            var column = tokens[equals - 1].Name;
            list.Add(new(
                column, Mentions(equals + 1, stop, column, own), Operands(equals + 1, stop),
                IsColumnItself(start, equals, stop, own, equal),
                stop > equals + 1 ? Span(equals + 1, stop - 1) : default, CallersColumn(equals + 1, stop, own)));
            start = stop < end && tokens[stop].Is(',') ? stop + 1 : end;
        }

        return list.ToImmutable();
    }

    static bool EndsSetList(SqlToken token) =>
        token.Is("WHERE") || token.Is("RETURNING") || token.Is("FROM") || token.Is("OUTPUT")
        || token.Is("WHEN");

    /// <summary><c>id = id</c>, <c>id = audit.id</c>, and <c>id = EXCLUDED.id</c> when id collided.</summary>
    bool IsColumnItself(int left, int equals, int end, ImmutableArray<string> own, ImmutableArray<string> equal)
    {
        var right = equals + 1;
        if (right >= end || EndOfName(right, end) != end || !IsSame(tokens[end - 1].Name, tokens[equals - 1].Name))
            return false;
        if (TableAt(left, equals) == TableAt(right, end))
            return true;
        var qualifier = end - right > 1 ? tokens[end - 3].Name : "";
        return Contains(own, qualifier)
            || (IsSame(qualifier, "EXCLUDED") && Contains(equal, tokens[end - 1].Name));
    }

    static bool Contains(ImmutableArray<string> names, string name) =>
        !names.IsDefault && names.Any(candidate => IsSame(candidate, name));

    static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The column in <c>EXCLUDED.n</c> or <c>VALUES(n)</c>, where that is the whole expression.</summary>
    string? CallersColumn(int start, int end, ImmutableArray<string> own) =>
        end - start == 3 && tokens[start + 1].Is('.') && IsCallersRow(start, own) ? tokens[start + 2].Name
        : end - start == 4 && tokens[start].Is("VALUES") && tokens[start + 1].Is('(') ? tokens[start + 2].Name
        : null;

    /// <summary>EXCLUDED, and any name that is not the table's: the source of a MERGE, MySQL's new row.</summary>
    bool IsCallersRow(int index, ImmutableArray<string> own) =>
        tokens[index].Is("EXCLUDED")
        || (!own.IsDefaultOrEmpty && tokens[index].IsName && tokens[index].Name.IndexOf('{') < 0
            && !own.Any(name => name.IndexOf('{') >= 0) && !Contains(own, tokens[index].Name));

    /// <summary><c>INTO t (a, b) VALUES (@x, @y)</c>: column and operands, pair by pair.</summary>
    ImmutableArray<(string Column, ImmutableArray<string> Operands)> InsertedColumns(int into, int end)
    {
        var columns = Find(into, end, i => tokens[i].Is('('));
        var values = Find(into, end, "VALUES") + 1;
        if (columns >= values || values >= end || !tokens[values].Is('('))
            return [];
        var names = Parts(columns + 1, Math.Min(closing[columns], end)).ToList();
        var list = Parts(values + 1, Math.Min(closing[values], end)).ToList();
        return names.Count != list.Count ? [] :
        [
            .. names.Zip(list, (name, value) =>
                (name.Start < name.End ? tokens[name.Start].Name : "", Operands(value.Start, value.End))),
        ];
    }

    /// <summary>The stretches between the commas of a list.</summary>
    IEnumerable<(int Start, int End)> Parts(int start, int end)
    {
        while (start < end)
        {
            var stop = Find(start, end, i => tokens[i].Is(','));
            yield return (start, stop);
            start = stop + 1;
        }
    }

    /// <summary><c>a = @a AND b = @b</c>, in any order and number.</summary>
    bool IsEquality(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (tokens[i].Kind is SqlTokenKind.Number or SqlTokenKind.String
                || (tokens[i].Kind == SqlTokenKind.Punctuation && !tokens[i].Is('=') && !tokens[i].Is('.'))
                || Comparisons.Contains(tokens[i].Text))
                return false;
        return true;
    }

    static readonly HashSet<string> Comparisons = new(StringComparer.OrdinalIgnoreCase)
    {
        "OR", "NOT", "IS", "IN", "LIKE", "BETWEEN", "EXISTS", "SELECT", "CASE", "ANY", "ALL",
    };

    /// <summary><c>EXCLUDED.n</c> and <c>VALUES(n)</c> are the caller's row, not the stored one.</summary>
    bool Mentions(int start, int end, string column, ImmutableArray<string> own)
    {
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].IsName || !string.Equals(tokens[i].Name, column, StringComparison.OrdinalIgnoreCase))
                continue;
            var callersRow = i > start + 1
                && (tokens[i - 2].Is("VALUES") || (tokens[i - 1].Is('.') && IsCallersRow(i - 2, own)));
            if (!callersRow)
                return true;
        }

        return false;
    }

    ImmutableArray<string> Operands(int start, int end)
    {
        var operands = ImmutableArray.CreateBuilder<string>();
        for (var i = start; i < end; i++)
            if (tokens[i].Kind is SqlTokenKind.Parameter or SqlTokenKind.Hole)
                operands.Add(tokens[i].Text);
        return operands.ToImmutable();
    }

    ImmutableArray<string> Names(int start, int end)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = start; i < end; i++)
            if (tokens[i].IsName)
                names.Add(tokens[i].Name);
        return names.ToImmutable();
    }
}
