namespace StorageKit.Conformance.Exercises;

/// <summary>A member of a contract that changes something.</summary>
/// <param name="Name">Member and situation, as a failure shows them.</param>
/// <param name="New">The same call on a new thing.</param>
internal sealed record EffectKind(string Name, Func<Effect> New);
