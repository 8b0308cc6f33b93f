namespace StorageKit.Conformance.Models;

/// <summary>One of the choices that a random operation is made of.</summary>
/// <param name="Value">What was chosen, from 0; 0 is the simplest.</param>
/// <param name="Limit">How many there were to choose from.</param>
internal readonly record struct Choice(int Value, int Limit);
