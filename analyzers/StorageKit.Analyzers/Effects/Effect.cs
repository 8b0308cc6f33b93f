using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Effects;

/// <summary>One thing that reachable code does to stored state. Rules are queries over these.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Technology">Whose call does it.</param>
/// <param name="Operation">The call, in <paramref name="Frame"/>.</param>
/// <param name="Frame">The method, as reached through these calls from the entry point.</param>
internal sealed record Effect(EffectKind Kind, Technology Technology, IOperation Operation, Frame Frame)
{
    /// <summary>What is touched, in canonical form: the object, the table, the field. Equal means the same.</summary>
    public string Target { get; init; } = "";

    /// <summary>The place in the target, in canonical form; empty when the target is one place.</summary>
    public string Key { get; init; } = "";

    /// <summary>What is written.</summary>
    public ImmutableArray<IOperation> Values { get; init; } = [];

    /// <summary>What the statement's condition compares with.</summary>
    public ImmutableArray<IOperation> Conditions { get; init; } = [];

    /// <summary>The SQL statement behind the effect.</summary>
    public SqlStatement? Statement { get; init; }

    /// <summary>The text that <see cref="Statement"/> was found in.</summary>
    public CommandText? Text { get; init; }

    /// <summary>The commands of the script behind the effect, and which of them it is.</summary>
    public ScriptStep? Script { get; init; }

    /// <summary>The field or property, for <see cref="Technologies.Fields"/>.</summary>
    public ISymbol? Field { get; init; }

    /// <summary>True while a lock is held, here or around a call on the way here.</summary>
    public bool IsLocked => Frame.IsLocked(Operation);

    /// <summary>
    /// True when both touch the same place of the same target; one table is one table through any SQL library.
    /// </summary>
    public bool IsSamePlaceAs(Effect other) =>
        (Technology == other.Technology || (Statement is not null && other.Statement is not null))
        && Target == other.Target && Key == other.Key;
}
