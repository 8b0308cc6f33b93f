using StorageKit.Conformance;

namespace BrokenDriver;

/// <summary>A suite for a driver that is not there, by one letter.</summary>
[ConformanceSuite("forgetfull")] // SK0010
public sealed partial class ForgetfulConformance : ConformanceSuite;
