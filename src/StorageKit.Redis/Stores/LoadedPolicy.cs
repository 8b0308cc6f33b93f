namespace StorageKit.Redis;

/// <summary>What a load has found in the source.</summary>
/// <param name="Policy">The policy; null when there is none.</param>
/// <param name="IsCurrent">False when the cached copy was invalidated since the load began.</param>
internal readonly record struct LoadedPolicy(PolicyDocument? Policy, bool IsCurrent);
