namespace StorageKit.Specimens.Tests.Running;

/// <summary>Something that a driver of the reference does wrong.</summary>
/// <param name="Clause">The clause that finds it.</param>
/// <param name="Says">What the clause's failure has to say: it fails for this reason and no other.</param>
/// <param name="Does">What the reference's driver does, for the page.</param>
/// <param name="Instead">What StorageKit's driver does instead.</param>
internal sealed record Fault(string Clause, string Says, string Does, string Instead);
