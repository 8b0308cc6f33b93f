using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>What a call means for whether something is stored.</summary>
internal enum StepKind
{
    /// <summary>Writes to a store that outlives the process.</summary>
    Write,

    /// <summary>Writes to memory: all that a store in memory can do.</summary>
    MemoryWrite,

    /// <summary>Notes what a <see cref="Flush"/> will write.</summary>
    Stage,

    /// <summary>Writes what was staged.</summary>
    Flush,

    /// <summary>Opens a transaction.</summary>
    Begin,

    /// <summary>Makes a transaction's writes last.</summary>
    Commit,

    /// <summary>A call that is not known: it may write.</summary>
    Unknown,
}

/// <summary>A call on the way to storing something.</summary>
internal readonly record struct Step(StepKind Kind, IOperation Operation, Frame Frame)
{
    /// <summary>
    /// True for a call after which what was given may be stored, so that a rule must not say it is not.
    /// </summary>
    public bool MayStore => Kind is StepKind.Write or StepKind.MemoryWrite or StepKind.Flush or StepKind.Unknown;
}
