using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>What a member of StorageKit's own contracts does with a record. A user's own contract has none.</summary>
internal enum ContractRole
{
    None,

    /// <summary>Answers a record, or null.</summary>
    Lookup,

    /// <summary>Stores a record and replaces any other.</summary>
    Save,

    /// <summary>Removes a record, and succeeds when there is none.</summary>
    Remove,

    /// <summary>Makes the next read reload.</summary>
    Invalidate,

    /// <summary>Renews a record that has to be there.</summary>
    Renew,
}

/// <summary>The contracts' members by role: the contract decides, not what a driver calls its methods.</summary>
internal static class ContractRoles
{
    static readonly Dictionary<string, ContractRole> Roles = new(StringComparer.Ordinal)
    {
        ["IPolicyStore.GetPolicyAsync"] = ContractRole.Lookup,
        ["IPolicyStore.InvalidateAsync"] = ContractRole.Invalidate,
        ["ISessionStore.SaveAsync"] = ContractRole.Save,
        ["ISessionStore.LoadAsync"] = ContractRole.Lookup,
        ["ISessionStore.DeleteAsync"] = ContractRole.Remove,
        ["ICredentialStore.GetSecretAsync"] = ContractRole.Lookup,
        ["ICredentialStore.PutSecretAsync"] = ContractRole.Save,
        ["ICredentialStore.DeleteSecretAsync"] = ContractRole.Remove,
        ["IRateLimitCounter.ResetAsync"] = ContractRole.Remove,
        ["ILifecycleStore.RegisterAsync"] = ContractRole.Save,
        ["ILifecycleStore.HeartbeatAsync"] = ContractRole.Renew,
        ["ILifecycleStore.DeregisterAsync"] = ContractRole.Remove,
        ["IObjectStore.ReadAsync"] = ContractRole.Lookup,
        ["IObjectStore.WriteAsync"] = ContractRole.Save,
        ["IObjectStore.DeleteAsync"] = ContractRole.Remove,
    };

    public static ContractRole Of(IMethodSymbol member) =>
        member.ContainingType is { ContainingNamespace: { Name: "StorageKit",
            ContainingNamespace.IsGlobalNamespace: true } }
        && Roles.TryGetValue(member.ContainingType.Name + "." + member.Name, out var role)
            ? role : ContractRole.None;
}
