namespace StorageKit;

/// <summary>A contract that a store serves.</summary>
/// <param name="Kind">Its key in the <c>[storage]</c> table.</param>
/// <param name="Contract">Its interface.</param>
public sealed record ContractRegistration(string Kind, Type Contract);
