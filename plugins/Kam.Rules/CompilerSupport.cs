// What the compiler asks for when records, init and required are used, and .NET Framework does not have. Written down rather
// than generated: the usual generator emits them in another order on every run, and the DLL must be the same bytes every time.
using System.ComponentModel;

namespace System.Runtime.CompilerServices
{
    /// <summary>Marks the setter of an init-only property.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit
    {
    }

    /// <summary>Marks a type with required members, and the members.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute
    {
    }

    /// <summary>Keeps compilers that do not know a feature from using what needs it.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute : Attribute
    {
        /// <summary>Names the feature.</summary>
        public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

        /// <summary>Name of the feature.</summary>
        public string FeatureName { get; }

        /// <summary>Whether a compiler may go on without knowing the feature.</summary>
        public bool IsOptional { get; set; }
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Marks a constructor that sets every required member.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute
    {
    }
}
