namespace StorageKit;

/// <summary>What a rule decides. JSON: the exact names.</summary>
public enum PolicyDecision
{
    /// <summary>The action may go on.</summary>
    Allow,

    /// <summary>The action is refused.</summary>
    Deny,

    /// <summary>The action waits for a human.</summary>
    RequireApproval,
}
