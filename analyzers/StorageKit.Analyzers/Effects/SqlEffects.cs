using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.Effects;

/// <summary>Turns a call that takes SQL text into the effects of the statements in it.</summary>
internal static class SqlEffects
{
    public static IEnumerable<Effect> At(ApiCall call, Technology technology, Frame frame)
    {
        if (TextOperand(call) is not { } operand)
            yield break;
        foreach (var text in CommandTextResolver.Resolve(operand, frame))
        {
            if (technology != AnySql.Technology && !text.IsKnown && IsGiven(operand, call))
                frame.AddUnknownText(operand);
            foreach (var statement in SqlRecognizer.Recognize(text.Text))
                foreach (var (kind, table, operands) in Effects(statement))
                    yield return new(kind, technology, call.Operation, frame)
                    {
                        Target = TableName(table, text),
                        Values = ValuesOf(operands, text, call, frame),
                        Conditions = ValuesOf(statement.ConditionOperands, text, call, frame),
                        Statement = statement,
                        Text = text,
                    };
        }
    }

    /// <summary>Not the text of a connection, a default that is none, or what is only put behind a text.</summary>
    static bool IsGiven(IOperation operand, ApiCall call) =>
        operand != call.Argument("connectionString") && operand is not ICompoundAssignmentOperation
        && !Operands.Unwrap(operand).ConstantValue.HasValue;

    static ImmutableArray<IOperation> ValuesOf(
        ImmutableArray<string> operands, CommandText text, ApiCall call, Frame frame) =>
        [.. operands.SelectMany(operand => SqlParameters.ValuesOf(operand, text, call, frame))];

    static IOperation? TextOperand(ApiCall call) =>
        call.IsSetter
            ? call.Argument(-1)
            : call.Arguments.FirstOrDefault(argument =>
                argument.Type is { SpecialType: SpecialType.System_String } or { Name: "FormattableString" });

    static IEnumerable<(EffectKind Kind, string? Table, ImmutableArray<string> Operands)> Effects(
        SqlStatement statement)
    {
        var table = statement.Table;
        if (statement.TakesLock)
            yield return (EffectKind.LockEnter, null, []);
        foreach (var read in statement.ReadTables)
            yield return (EffectKind.Read, read, []);
        switch (statement.Verb)
        {
            case SqlVerb.Insert: yield return (KindOfInsert(statement), table, WrittenOperands(statement)); break;
            case SqlVerb.Update: yield return (KindOfUpdate(statement), table, WrittenOperands(statement)); break;
            case SqlVerb.Delete: yield return (EffectKind.Delete, table, []); break;
            case SqlVerb.Truncate or SqlVerb.Drop: yield return (EffectKind.Truncate, table, []); break;
            case SqlVerb.AlterDestructively: yield return (EffectKind.Truncate, table, []); break;
            case SqlVerb.Merge: yield return (EffectKind.CreateOnly, table, []); break;
            case SqlVerb.MergeMatched: yield return (EffectKind.AtomicUpdate, table, []); break;
            case SqlVerb.BeginExclusive: yield return (EffectKind.Begin, null, []); break;
            case SqlVerb.Begin: yield return (EffectKind.BeginWeak, null, []); break;
            case SqlVerb.Commit: yield return (EffectKind.Commit, null, []); break;
        }
    }

    static EffectKind KindOfInsert(SqlStatement statement) => statement.Conflict switch
    {
        SqlConflict.None => EffectKind.Append,
        SqlConflict.Ignore => EffectKind.CreateOnly,
        SqlConflict.Update when statement.Assignments.All(assignment => assignment.MentionsColumn) =>
            EffectKind.AtomicUpdate,
        _ => EffectKind.Overwrite,
    };

    /// <summary>An update whose condition names a column that it writes succeeds for one caller only.</summary>
    static EffectKind KindOfUpdate(SqlStatement statement) =>
        statement.Assignments
            .Any(assignment => statement.ConditionNames.Contains(assignment.Column, StringComparer.OrdinalIgnoreCase))
            ? EffectKind.CompareAndSet
        : statement.Assignments.Any(assignment => !assignment.MentionsColumn && !assignment.Operands.IsEmpty)
            ? EffectKind.Overwrite
        : EffectKind.AtomicUpdate;

    /// <summary>What the statement stores as it is given; <c>n = n + @x</c> adds to what is stored.</summary>
    static ImmutableArray<string> WrittenOperands(SqlStatement statement) =>
        [.. statement.InsertedOperands, .. statement.Assignments
            .Where(assignment => !assignment.MentionsColumn).SelectMany(assignment => assignment.Operands)];

    /// <summary>The last part of the name, lower case; a hole in it becomes what fills it.</summary>
    static string TableName(string? table, CommandText text)
    {
        if (table is null)
            return "";
        var name = table.Substring(table.LastIndexOf('.') + 1).ToLowerInvariant();
        for (var i = 0; i < text.Holes.Length; i++)
            if (name.Contains($"{{{CommandText.FirstHole + i}}}"))
                name = name.Replace(
                    $"{{{CommandText.FirstHole + i}}}", $"{{{Identity.Of(text.Holes[i].Value, text.Holes[i].Frame)}}}");
        return name;
    }
}
