using System.Collections.Immutable;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// One line of a technology's table. Positions count arguments from 0, without the receiver, as one writes the call. A
/// member matches with and without the suffix Async; of several lines for one member the first that fits counts.
/// </summary>
/// <param name="Member">The method; <c>.ctor</c>, <c>this[]</c> or the property whose setter is meant.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Key">Which argument names the place in the target; -1 when the target is all there is.</param>
/// <param name="Value">Which argument is written; -1 when none is, or, at a setter, the assigned value.</param>
/// <param name="SubKey">A second part of the place: a hash's field.</param>
/// <param name="When">The line fits only when an argument is a constant or enum member of this name.</param>
/// <param name="Type">The line fits only for this metadata name among the technology's types.</param>
/// <param name="Parameters">The line fits only the overload with exactly these parameters, by name, separated by
/// commas; a cancellation token is not counted.</param>
/// <param name="With">The line fits only when an object that is passed, or one in it, sets a member of this
/// name.</param>
internal sealed record ApiRow(
    string Member,
    EffectKind Kind,
    int Key = -1,
    int Value = -1,
    int SubKey = -1,
    string? When = null,
    string? Type = null,
    string? Parameters = null,
    string? With = null);

/// <summary>What names the target of a technology's calls.</summary>
internal enum Place
{
    /// <summary>The store behind the client: a key in it is one place, whichever handle is used.</summary>
    Client,

    /// <summary>The object that is called: a container, a table, a file.</summary>
    Receiver,

    /// <summary>The type of the entities that are passed or queried.</summary>
    Entity,
}

/// <summary>
/// A library's calls and what they do. New technology: a new file with one of these, listed in
/// <see cref="EffectTable"/>.
/// </summary>
/// <param name="Name">As people call it.</param>
/// <param name="Types">Metadata names of the types whose members the rows name.</param>
/// <param name="Rows">The calls.</param>
/// <param name="AtomicStep">For messages: what to use instead of read and write.</param>
/// <param name="IsSharedStore">False when the state lives in the object that is called, so another object is another
/// store.</param>
/// <param name="Place">What names the target.</param>
internal sealed record Technology(
    string Name,
    ImmutableArray<string> Types,
    ImmutableArray<ApiRow> Rows,
    string AtomicStep = "one atomic step of the store",
    bool IsSharedStore = true,
    Place Place = Place.Client);
