namespace StorageKit;

/// <summary>How strictly a policy is applied. JSON: snake case; absent means <see cref="Enforce"/>.</summary>
public enum EnforcementMode
{
    /// <summary>Decisions are carried out.</summary>
    Enforce,

    /// <summary>Decisions are recorded, not carried out.</summary>
    Observe,

    /// <summary>The policy is not evaluated.</summary>
    Disabled,
}
