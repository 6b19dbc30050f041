"""The one small slip that would explain a finding."""
