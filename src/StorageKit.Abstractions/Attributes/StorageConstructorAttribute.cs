namespace StorageKit;

/// <summary>Chooses the constructor that the registry calls, where a store or resource has several.</summary>
/// <example><code>[StorageConstructor] public AcmeCounter(AcmeConnection connection) { … }</code></example>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
public sealed class StorageConstructorAttribute : Attribute;
