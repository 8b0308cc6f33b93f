namespace StorageKit;

/// <summary>How bad a <see cref="BackendFinding"/> is.</summary>
public enum BackendFindingLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>To be known; right for some uses.</summary>
    Notice,

    /// <summary>A promise of the contracts does not hold, or will soon not.</summary>
    Bad,
}
