namespace StorageKit;

/// <summary>One rule of a policy; rules are evaluated from top to bottom.</summary>
/// <param name="ActionPattern">A glob over action names.</param>
/// <param name="Decision">What it decides.</param>
public sealed record PolicyRule(string ActionPattern, PolicyDecision Decision);
