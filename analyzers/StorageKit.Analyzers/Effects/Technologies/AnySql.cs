using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// SQL text that is handed to a call which no table knows: another mapper, another client, an author's interface. What
/// is a whole statement, and answers something, is taken for run; logs answer nothing.
/// </summary>
internal static class AnySql
{
    public static Technology Technology { get; } = new(
        "SQL", [], [], "one statement such as 'UPDATE … SET n = n + @amount … RETURNING n'");

    public static bool CanTake(IMethodSymbol method, Compilation compilation) =>
        !method.ReturnsVoid
        && method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_String)
        && IsUnknown(method, compilation);

    /// <summary>True for what is read as a statement without doubt.</summary>
    public static bool IsStatement(Sql.SqlStatement statement) => statement switch
    {
        { Verb: Sql.SqlVerb.Select } => !statement.ReadTables.IsEmpty,
        { Verb: Sql.SqlVerb.Update } => statement is { Table: not null, Assignments.IsEmpty: false },
        { Verb: Sql.SqlVerb.Other } => false,
        _ => statement.Table is not null,
    };

    /// <summary>The framework's own calls do not run SQL, and a method with a body is followed.</summary>
    static bool IsUnknown(IMethodSymbol method, Compilation compilation)
    {
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
            return method.IsAbstract;
        var space = method.ContainingNamespace.FullName();
        return space != "System" && !space.StartsWith("System.", StringComparison.Ordinal)
            && !space.StartsWith("Microsoft.Extensions", StringComparison.Ordinal);
    }
}
