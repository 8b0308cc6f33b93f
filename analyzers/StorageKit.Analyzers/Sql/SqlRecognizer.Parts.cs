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
                column, Mentions(equals + 1, stop, column), Operands(equals + 1, stop),
                IsColumnItself(start, equals, stop, own, equal)));
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

    /// <summary><c>EXCLUDED.n</c> and <c>VALUES(n)</c> are the caller's row, not the stored one.</summary>
    bool Mentions(int start, int end, string column)
    {
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].IsName || !string.Equals(tokens[i].Name, column, StringComparison.OrdinalIgnoreCase))
                continue;
            var callersRow = i > 1 && (tokens[i - 2].Is("EXCLUDED") || tokens[i - 2].Is("VALUES"));
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
