namespace StorageKit.Analyzers;

/// <summary>
/// Every id that was ever given out. Ids are never reused: a retired one stays here with the release that retired it.
/// </summary>
internal static class DiagnosticIds
{
    // Usage: contract and driver attribute. SK0001 to SK0003 share the registry generator's parser.
    public const string ContractAndAttributeDisagree = "SK0001";
    public const string DriverNameInvalid = "SK0002";
    public const string DriverCannotBeConstructed = "SK0003";
    public const string MemberIsAStub = "SK0004";
    public const string SqlIsUnknown = "SK0005";
    public const string StateInWrongScope = "SK0006";
    public const string OptionsCannotBeBound = "SK0007";
    public const string RecordPrintsSecret = "SK0008";
    public const string CatalogMisused = "SK0009";
    public const string SuiteCannotBeGenerated = "SK0010";

    // Append-only contracts.
    public const string SqlChangesStoredRows = "SK1001";
    public const string UpsertOverwritesRow = "SK1002";
    public const string EntityIsChanged = "SK1003";
    public const string DocumentIsOverwritten = "SK1004";
    public const string RedisKeyShrinks = "SK1005";
    public const string FileIsRewritten = "SK1006";
    public const string CollectionForgets = "SK1007";
    public const string ContainerLosesOrder = "SK1008";
    public const string EntriesLoseTheirOrder = "SK1009";
    public const string SuccessWithoutWrite = "SK1010";
    public const string FailureSwallowed = "SK1011";
    public const string BufferDropsEntries = "SK1012";
    public const string AppendStateUnsynchronised = "SK1013";
    public const string TailExtendedInTwoSteps = "SK1014";
    public const string EntriesExpire = "SK1015";
    public const string OrderIsNotTotal = "SK1016";
    public const string HashedFieldIsRounded = "SK1017";

    // Atomic read-modify-write contracts.
    public const string SplitReadModifyWrite = "SK2001";
    public const string SeparateExpiry = "SK2002";
    public const string WindowRearmed = "SK2003";
    public const string WindowArmedWrongly = "SK2004";
    public const string DictionaryCheckThenAct = "SK2005";
    public const string ImpureDictionaryDelegate = "SK2006";
    public const string UnsynchronisedCounterField = "SK2007";
    public const string LockSpansTooLittle = "SK2008";
    public const string LockExcludesNobody = "SK2009";
    public const string ProcessLocalLock = "SK2010";
    public const string LockNotReleased = "SK2011";
    public const string EntityWithoutToken = "SK2012";
    public const string WeakIsolation = "SK2013";
    public const string UpsertOverwritesTotal = "SK2014";
    public const string TotalIsReadBeside = "SK2015";
    public const string NumberIsNarrowed = "SK2016";
    public const string QueueIsMisused = "SK2017";
    public const string EvictionDropsLiveCounter = "SK2018";
    public const string FailureLooksLikeTotal = "SK2019";

    // Stores that keep a record a key: sessions, credentials, policies, registrations.
    public const string RemovalIsNotIdempotent = "SK3001";
    public const string MissIsNotReported = "SK3002";
    public const string SaveDoesNotReplace = "SK3003";
    public const string SecretLeaks = "SK3004";
    public const string BufferIsShared = "SK3005";
    public const string KeyIsSpliced = "SK3006";
    public const string CancellationIsLost = "SK3007";
    public const string BlocksOnAsync = "SK3008";
    public const string BackendErrorEscapes = "SK3009";
    public const string ClientIsShared = "SK3010";
    public const string CacheIsNotInvalidated = "SK3011";
    public const string RecordWithoutExpiry = "SK3012";
    public const string HeartbeatRegisters = "SK3013";

    // storage.toml.
    public const string FileIsNoToml = "SK4001";
    public const string DriverIsUnknown = "SK4002";
    public const string SettingIsMissing = "SK4003";
    public const string ValueDoesNotFit = "SK4004";
    public const string KeyIsNoOption = "SK4005";
    public const string SettingIsNotRead = "SK4006";
    public const string SecretStandsInFile = "SK4007";
}
