using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>Orders by a time and nothing else.</summary>
internal static class TimeOrder
{
    /// <summary>
    /// The only column of an <c>ORDER BY</c>, when it is named like a time. SQL does not tell the column's type, which
    /// is why the rule only informs.
    /// </summary>
    public static SqlToken? In(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        for (var i = 0; i + 2 < tokens.Count; i++)
            if (tokens[i].Is("ORDER") && tokens[i + 1].Is("BY"))
                return OnlyColumn(tokens, i + 2) is { } column && IsNamedLikeATime(column.Name) ? column : null;
        return null;
    }

    static SqlToken? OnlyColumn(IReadOnlyList<SqlToken> tokens, int start)
    {
        SqlToken? column = null;
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].Is(',') || tokens[i].Is('('))
                return null;
            if (tokens[i].Is(')') || tokens[i].Is(';') || tokens[i].Is("LIMIT") || tokens[i].Is("OFFSET")
                || tokens[i].Is("FETCH") || tokens[i].Is("FOR"))
                break;
            if (tokens[i].IsName && !tokens[i].Is("DESC") && !tokens[i].Is("ASC") && !tokens[i].Is("NULLS")
                && !tokens[i].Is("FIRST") && !tokens[i].Is("LAST"))
                column = tokens[i];
        }

        return column;
    }

    static bool IsNamedLikeATime(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower is "ts" or "at" or "created" or "occurred" or "logged" or "emitted"
            || lower.Contains("time") || lower.Contains("date")
            || lower.EndsWith("_at", StringComparison.Ordinal) || lower.EndsWith("_ts", StringComparison.Ordinal)
            || name.EndsWith("At", StringComparison.Ordinal);
    }

    /// <summary><c>OrderBy(row => row.Timestamp)</c> over stored entries, with no <c>ThenBy</c> after it.</summary>
    public static IEnumerable<(IOperation Place, string Key)> QueriesIn(Frame frame, HashSet<string> entities)
    {
        foreach (var operation in frame.Operations)
            if (operation is IInvocationOperation { TargetMethod: { Name: "OrderBy" or "OrderByDescending",
                    ContainingType.Name: "Queryable" or "Enumerable", TypeArguments: [var row, var key] } } call
                && entities.Contains(row.Name) && !IsRefined(call) && KeyOf(call) is { } property
                && (key is { Name: "DateTimeOffset" or "DateTime", ContainingNamespace.Name: "System" }
                    || property is { Name: "TimestampNs", ContainingType.Name: "AuditEntry" }))
                yield return (call, property.Name);
    }

    static bool IsRefined(IInvocationOperation call) =>
        call.Parent is IArgumentOperation
            { Parent: IInvocationOperation { TargetMethod.Name: "ThenBy" or "ThenByDescending" } };

    static IPropertySymbol? KeyOf(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter?.Name == "keySelector")
        .SelectMany(argument => argument.Value.DescendantsAndSelf())
        .OfType<IReturnOperation>()
        .Select(answer => answer.ReturnedValue is { } value && Operands.Unwrap(value) is IPropertyReferenceOperation key
            ? key.Property : null)
        .FirstOrDefault();
}
