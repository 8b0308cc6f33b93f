namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-P01", Kills = "POL-04", Says = "on the first read after version 2 was stored")]
internal sealed class InvalidateDoesNothing(IPolicyStore inner) : CachingPolicyStore(inner);
