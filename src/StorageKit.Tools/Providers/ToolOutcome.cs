namespace StorageKit.Tools;

/// <summary>How a call ended. All but <see cref="Succeeded"/> are errors.</summary>
public enum ToolOutcome
{
    /// <summary>It did what it says.</summary>
    Succeeded,

    /// <summary>The agent has no tool of this name; whether somebody else has one is not told.</summary>
    UnknownTool,

    /// <summary>The arguments are not what the schema says; the text names each.</summary>
    InvalidArguments,

    /// <summary>What the call is about is not there.</summary>
    NotFound,

    /// <summary>A limit of the component forbids it.</summary>
    LimitExceeded,

    /// <summary>The provider did not answer in time; the call may have had its effect.</summary>
    TimedOut,

    /// <summary>The provider, or what is behind it, failed.</summary>
    Failed,

    /// <summary>The call was carried out, but could not be recorded; its result is withheld.</summary>
    NotAudited,
}
